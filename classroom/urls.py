from django.urls import include, path

urlpatterns = [
    path("prof/", include("classroom.teacher.urls")),
    path("api/", include("classroom.api.urls")),
    path("", include("classroom.pupil.urls")),
]

handler400 = "classroom.storms.bad_request"
handler403 = "classroom.storms.forbidden"
handler404 = "classroom.storms.not_found"
handler500 = "classroom.storms.our_fault"
