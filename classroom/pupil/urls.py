from django.urls import path

from classroom.pupil import badges, diploma, entrance, lesson, reading, road

app_name = "pupil"
urlpatterns = [
    path("", entrance.door, name="door"),
    path("c/<str:code>/", entrance.door, name="door_of_class"),
    path("sortir/", entrance.leave, name="leave"),
    path("lecture/", reading.toggle, name="reading"),
    path("parcours/", road.road, name="road"),
    path("lecon/<str:lesson>/", lesson.lesson, name="lesson"),
    path("badges/", badges.badges, name="badges"),
    path("badges/<slug:slug>/", badges.badge, name="badge"),
    path("diplome/", diploma.diploma, name="diploma"),
]
