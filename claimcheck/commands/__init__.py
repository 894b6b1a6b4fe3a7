"""What commands do, a module each; the command line itself only parses arguments and calls them."""
