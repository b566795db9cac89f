"""The science and the rules: values in, values out. No framework, no I/O, no clock."""
