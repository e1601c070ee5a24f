print("tarikh")
