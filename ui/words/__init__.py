"""Every string of the page, a table a part of it: key to (Russian, English), counted things to their forms."""
