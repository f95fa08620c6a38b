from django.urls import path

from classroom.api import views

app_name = "api"
urlpatterns = [
    path("lecon/<str:lesson>/", views.state, name="state"),
    path("lecon/<str:lesson>/copie/", views.copy, name="copy"),
    path("lecon/<str:lesson>/verifie/<str:item>/", views.verify, name="verify"),
    path("lecon/<str:lesson>/indice/<str:item>/", views.hint, name="hint"),
    path("lecon/<str:lesson>/lu/<str:name>/", views.read_answer, name="read_answer"),
    path("essai/<str:key>/", views.attempt, name="attempt"),
    path("memoire/", views.memory, name="memory"),
    path("main/", views.hand, name="hand"),
    path("presence/", views.presence, name="presence"),
]
