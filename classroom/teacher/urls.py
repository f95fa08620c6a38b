
app_name = "teacher"
urlpatterns: list = []
