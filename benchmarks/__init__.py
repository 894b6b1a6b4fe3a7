"""Speed and cost, measured: see README.md here. A package, since a dependency installs one of the same name."""
