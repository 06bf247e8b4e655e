"""From a text to the drafts of a chapter: reading documents, finding facts, writing files that say `status: draft`."""
