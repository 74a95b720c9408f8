"""The language of the window: our sentences, Qt's own ones, its numbers, and the side lines begin at."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from annotator.desk import language
from annotator.desk.settings import Settings


def speak_as_chosen(app: QApplication, settings: Settings) -> None:
    """Lets the application speak the language that was chosen; to be called before anything is shown.

    Qt brings the words of its own dialogs and menus; with them come its direction of layout.
    """
    at_first = QLocale()  # it is the system's as long as no other was set
    spoken = QLocale(language.speak_as_chosen(settings, at_first.uiLanguages()))
    QLocale.setDefault(spoken)
    if spoken.language() is not QLocale.Language.English:
        translator = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(spoken, "qtbase", "_", folder):
            app.installTranslator(translator)
