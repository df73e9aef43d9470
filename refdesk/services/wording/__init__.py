"""Words to start from: what the user might say or write about a row of Today, in plain templates that can be edited."""
