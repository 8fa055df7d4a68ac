"""Taking documents in: from the inbox, paths, standard input, archives, feeds to `data/landing/DATE/`, as they came.

Landing only adds, stores identical bytes once, and says of everything it could not take in why not.
"""
