"""A person's review of a report: what they did, kept line by line, and the screen they do it on."""
