"""What the screens are made of; widgets know nothing of scores, files or each other."""
