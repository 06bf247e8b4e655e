"""Going through the drafts of a chapter: accepting, amending, merging, splitting and discarding, step by step in its files."""
