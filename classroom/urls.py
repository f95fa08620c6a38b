from django.urls import include, path

urlpatterns = [
    path("prof/", include("classroom.teacher.urls")),
    path("api/", include("classroom.api.urls")),
    path("", include("classroom.pupil.urls")),
]

handler400 = "classroom.serving.storms.bad_request"
handler403 = "classroom.serving.storms.forbidden"
handler404 = "classroom.serving.storms.not_found"
handler500 = "classroom.serving.storms.our_fault"
