"""Where accounts differ, on invented pairs of short reports."""
