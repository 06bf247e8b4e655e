"""A chapter as a spreadsheet and back: one table for each of its files, one row for each entry."""
