"""A test server that speaks OpenAI's chat completions with set latency, capacity and faults: a process of its own."""
