"""Judging what a learner typed: names, dates, numbers and orders, each to a verdict."""
