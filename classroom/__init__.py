"""The classroom: a Django site where pupils learn in the browser and the teacher sees who needs help."""
