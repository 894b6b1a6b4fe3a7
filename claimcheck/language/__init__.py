"""What code knows of English: words and their forms, opposites, peoples, and who did what to whom.

What follows from it, a claim refused or a verdict taken back, is decided where that is done.
"""
