"""The record: what a chapter says happened, read from YAML, checked, compiled and kept in a cache."""
