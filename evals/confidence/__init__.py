"""Calibration of the confidence of the fields of an event."""
