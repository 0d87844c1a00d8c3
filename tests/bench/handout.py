"""What one handout costs: `python -m tests.bench.handout`, cold and warm, as a whole process and inside one."""

from __future__ import annotations

import subprocess
import sys

from tests.bench.batch import folder
from tests.bench.clock import busy, cpu_ms, handouts, run

_COLD = """
import time
start = time.process_time()
from generator.content.library import load_library
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.make import build, prepare, print_for
from generator.page.format import Format
from generator.workshop import Workshop
imported = time.process_time()
workshop = Workshop(load_library())
wish = Prescription.model_validate({{"routine": "{routine}", "clinic": "brookside", "language": "en-GB"}})
build(wish, Person("Ann Lee"), workshop, Format())
print((imported - start) * 1000, (time.process_time() - imported) * 1000)
"""


def main(routine: str = "hamstring-health") -> None:
    from generator.content.library import load_library
    from generator.content.person import Person
    from generator.content.prescription import Prescription
    from generator.make import build, prepare, print_for
    from generator.page.format import Format
    from generator.workshop import Workshop

    print(f"{busy()}; {routine}")
    with folder() as there:
        run(handouts("make", routine, "-o", there))
        cold = run(handouts("make", routine, "-o", there), rounds=5)
    help_text = run(handouts("--help"), rounds=5)
    codes = [sys.executable, "-c", _COLD.format(routine=routine)]
    runs = [subprocess.run(codes, capture_output=True, text=True, check=True).stdout.split() for _ in range(3)]
    imported, first = (min(float(one[index]) for one in runs) for index in (0, 1))
    workshop = Workshop(load_library())
    wish = Prescription.model_validate({"routine": routine, "clinic": "brookside", "language": "en-GB"})
    master = prepare(wish, workshop, Format())
    names = iter(range(10**9))
    again = cpu_ms(lambda: build(wish, Person("Ann Lee"), workshop, Format()), rounds=5)
    another = cpu_ms(
        lambda: [print_for(master, wish, Person(f"Client {next(names)}"), workshop) for _ in range(50)], 50, rounds=5
    )
    print(f"handouts --help, whole process         {help_text.wall * 1000:8.0f} ms")
    more = f"{cold.cpu * 1000:.0f} ms CPU, {cold.peak:.0f} MB"
    print(f"one handout, whole process, cold       {cold.wall * 1000:8.0f} ms, {more}")
    print(f"  of which imports                     {imported:8.0f} ms CPU")
    print(f"  first handout in the process         {first:8.0f} ms CPU")
    print(f"the same again, laid out anew          {again:8.1f} ms CPU")
    print(f"another client of the same plan        {another:8.2f} ms CPU")


if __name__ == "__main__":
    main()
