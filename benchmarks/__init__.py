"""Speed, memory and start-up of whence, measured on news; see README.md."""
