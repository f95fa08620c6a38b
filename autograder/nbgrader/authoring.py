"""nbgrader preprocessors of our own, listed in course_config.py beside nbgrader's."""

from nbgrader import utils
from nbgrader.preprocessors import ClearSolutions, NbGraderPreprocessor
from traitlets import Any, Dict

from autograder.holes import has_holes, punch, solve
from autograder.kit import kit_files


class StampMetadata(NbGraderPreprocessor):
    """Points come from the exercises, the lesson's name from its folder: the notebook cannot disagree with them."""

    points = Dict(help="points of each test cell, by grade_id").tag(config=True)

    def preprocess(self, nb, resources):
        nb.metadata.setdefault("tuto", {})["lesson"] = resources["nbgrader"]["assignment"]
        return super().preprocess(nb, resources)

    def preprocess_cell(self, cell, resources, index):
        if utils.is_grade(cell) and cell.metadata.nbgrader.grade_id in self.points:
            cell.metadata.nbgrader.points = self.points[cell.metadata.nbgrader.grade_id]
        return cell, resources


class PunchHoles(ClearSolutions):
    """nbgrader's ClearSolutions, but a cell with hole markers keeps everything outside its holes."""

    def preprocess_cell(self, cell, resources, index):
        if not has_holes(cell.source):
            return super().preprocess_cell(cell, resources, index)
        cell.source = punch(cell.source)
        return cell, resources


class FillHoles(NbGraderPreprocessor):
    """The solved notebook: solutions without their markers."""

    def preprocess_cell(self, cell, resources, index):
        cell.source = solve(cell.source)
        return cell, resources


class ShipKit(NbGraderPreprocessor):
    """Puts beside the notebook what it needs to work alone. Last in the list: hidden tests are gone by then."""

    course = Any(help="gives the course").tag(config=True)

    def preprocess(self, nb, resources):
        course = self.course()
        if lesson := course.lesson(resources["nbgrader"]["assignment"]):
            cells = [cell.source for cell in nb.cells if cell.cell_type == "code"]
            resources["outputs"] = {**(resources.get("outputs") or {}), **kit_files(course, lesson, cells)}
        return nb, resources
