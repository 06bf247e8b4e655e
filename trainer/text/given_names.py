"""Given names that are one name in several languages, as histories in English use them side by side."""

from __future__ import annotations

from functools import lru_cache

from trainer.text.transliteration import key

_FAMILIES = """
Abraham Abram Avram Ibrahim
Adam Adama
Adolf Adolph Adolphe
Agnes Agnessa Agnieszka
Albert Albrecht
Alexander Aleksandr Alexandre Alexandr Alejandro Oleksandr Sasha
Alexandra Aleksandra Alexandrine
Alexis Alexei Aleksy Oleksiy
Anatole Anatoly Anatoli
Andrew Andrei Andreas Andre Andrzej Andriy
Ann Anne Anna Hanna Annie
Anthony Anton Antoine Antonio Antoni Antony
Arthur Artur
Barbara Varvara
Basil Vasily Vasil Basile
Benjamin Veniamin
Bernard Bernhard
Boris Borys
Catherine Katherine Katharina Ekaterina Yekaterina Katarina
Charles Karl Carl Carlos Karol
Christian Khristian Kristian
Claude Claudius Klaus
Clement Kliment Klim Clemens
Constantine Konstantin Constantin
Cyril Kirill
Daniel Daniil Danilo
David Davyd
Demetrius Dmitry Dimitri Dmytro Dimitar
Demian Demyan Damian
Dennis Denis Dionysius
Edmund Edmond
Edward Eduard Edouard
Elias Ilya Elijah
Elizabeth Elisabeth Elizaveta Yelizaveta Eliza
Eugene Yevgeny Yevgeni Evgeny Eugen
Eugenia Yevgenia Evgenia
Eve Eva
Felix Feliks
Francis Franz Francois Francesco Frants Frank Franciszek
Frederick Friedrich Fridrikh Frederic Fritz
Gabriel Gavriil Gavrilo
George Georgy Georgi Georg Georges Giorgi Jerzy Heorhiy Yegor Egor
Gregory Grigory Grigori Grigor Grigorios Hryhoriy
Gustav Gustave Gustaf
Helen Elena Helena Yelena Helene Olena
Henry Henri Heinrich Genrikh Henryk Hendrik
Herman Hermann German
Hugh Hugo
Ignatius Ignaty Ignatz Ignace Ignacy
Irene Irina
Isaac Isaak Itzhak
Jacob Yakov Jakob Jacques James Iakov Jakub
Jerome Hieronymus
Joan Jeanne Ioanna Johanna Jane Jana
John Ivan Johann Johannes Jan Jean Giovanni Ioann Hans Juan Janis Ian
Joseph Iosif Josef Osip Iosef Jozef Giuseppe Yosif
Julia Yulia Julie
Julius Yuly Yuli Julian Jules
Lavrenty Laurence Lawrence Laurent Lorenz Lavrentiy Lars
Leo Lev Leon Leonhard Leone
Leonid Leonidas
Louis Ludwig Lewis Luigi Lyudvig
Louise Luise Luisa
Luke Luka Lukas Lucas
Margaret Margarita Marguerite Margarethe
Mark Marcus Markus
Martin Martyn
Mary Maria Marie Mariya Marya
Matthew Matvei Matthias Matthieu Mateusz
Maurice Moritz Mavriky
Max Maximilian Maksim Maxim Maxime Maksym
Michael Mikhail Michel Mikhailo Miguel Mihail Michal Mykhailo
Moses Moisei Moishe
Natalia Natalya Nathalie
Nestor Nester
Nicholas Nikolai Nicolas Nikolaus Mykola Niccolo Nicolai Mikolaj Nikola
Nina Ninel
Oscar Oskar
Paul Pavel Pablo Pavlo Pawel Paulus
Peter Pyotr Pierre Piotr Petro Pedro Pietro Petar
Philip Filipp Philipp Philippe Filip
Procopius Prokofy Prokop Prokopy
Richard Rikhard Ricardo
Robert Roberto
Rose Rosa Roza
Rudolf Rudolph Rodolphe
Samuel Samuil
Serge Sergei Sergius Sergo Serhiy
Simon Semyon Shimon Simeon Semen
Sophia Sofia Sophie Sofya
Stephen Stepan Stefan Steven Etienne Stephan
Suren Souren
Susan Susanna Suzanne
Sylvester Silvester
Thaddeus Fadei Tadeusz
Theodore Fyodor Fedor Teodor Theodor Fiodor Feodor
Thomas Foma Tomas Tomasz
Timothy Timofei
Ulrich Ulrik
Valentine Valentin
Valerian Valerien
Victor Viktor
Vincent Vikenty Vincenty
Vladimir Volodymyr Wladimir Volodya Wlodzimierz
Vladislav Wladyslaw
Vyacheslav Viacheslav Wenceslas Vaclav
Walter Walther
William Wilhelm Guillaume Vilgelm Willem
Xavier Ksaver
"""


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    """Return the keys of the names that each name may stand for, by its key."""
    found: dict[str, frozenset[str]] = {}
    for line in _FAMILIES.split("\n"):
        family = frozenset(key(name) for name in line.split())
        for name in family:
            found[name] = found.get(name, frozenset()) | family
    return found


def equivalents(name: str) -> frozenset[str]:
    """Return the keys of a given name in every language known, its own among them; takes a key."""
    return _classes().get(name, frozenset()) | {name}


def is_given_name(name: str) -> bool:
    """Tell whether a key is that of a given name known to the table."""
    return name in _classes()
