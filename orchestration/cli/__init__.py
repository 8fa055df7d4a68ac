"""The command `claims`: one module a command. Modules import heavy packages inside the commands, so that --help is quick."""
