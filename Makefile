# Speed and cost; what the numbers mean is in benchmarks/README.md. `bench` takes minutes, `bench-full` an hour.
PYTHON ?= .venv/bin/python

.PHONY: bench bench-full

bench:
	$(PYTHON) -m benchmarks.bench

bench-full:
	$(PYTHON) -m benchmarks.bench a b c d e --full
