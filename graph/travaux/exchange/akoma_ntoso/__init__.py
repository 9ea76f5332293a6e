"""Documents as Akoma Ntoso, the XML of parliaments and of the United Nations: their structure, their words, and what these point to."""
