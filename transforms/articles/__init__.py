"""From landed bytes to article rows: formats, metadata and its order of trust, clean text, marked furniture, identity.

Pure: bytes and frames in, frames out. It never fetches, never opens a file of the landing zone, never asks the clock.
"""
