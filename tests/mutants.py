"""Runs each mutant in a process of its own against the tests of the file that it is in, then those of its folder, then all, until one
fails; prints the mutants that survive and the score by file.

mutants.py REPORT TESTS PROGRAM: Stryker's report in JSON, the folder of the tests, and their program with the mutated assembly beside it.
"""
import collections
import concurrent.futures
import json
import os
import pathlib
import resource
import signal
import struct
import subprocess
import sys
import tempfile
import threading

NO_MUTANT, NO_TESTS = -1, 8


def run(program, mutant, classes, processor_seconds):
    """The exit code, and the seconds of the processor that it took, which count here: others may use it too."""
    # Mutated code reads the number of the mutant that it is from this file.
    with tempfile.NamedTemporaryFile() as file:
        file.write(struct.pack('<i', mutant))
        file.flush()
        filters = [argument for name in classes for argument in ('--filter-class', f'*.{name}')]
        process = subprocess.Popen(
            [program, '--no-progress', '--stop-on-fail', 'on', *filters], env={**os.environ, 'STRYKER_MUTANT_FILE': file.name},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (processor_seconds, processor_seconds)))
        sleeper = threading.Timer(10 * processor_seconds, process.kill) # waits for what never comes
        sleeper.start()
        _, status, usage = os.wait4(process.pid, 0)
        sleeper.cancel()
        return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime


class Steps:
    """The sets of tests that a mutant of a file has to survive, nearest first, each with the seconds that it may take."""

    def __init__(self, tests, program):
        self._tests, self._program, self._limits = pathlib.Path(tests), program, {}

    def of(self, path):
        path = pathlib.Path(path)
        own = self._tests.rglob(f'{path.stem}Tests.cs')
        folder = self._tests.glob(f'{path.parent.name}/*Tests.cs')
        for files in (own, folder):
            classes = tuple(sorted(file.stem for file in files))
            if classes and self._limit(classes):
                yield classes, self._limit(classes)
        yield (), self._limit(())

    def _limit(self, classes):
        if classes not in self._limits:
            code, seconds = run(self._program, NO_MUTANT, classes, processor_seconds=3600)
            if code not in (0, NO_TESTS):
                sys.exit(f"Tests fail without a mutant; make them pass first: {', '.join(classes) or 'all'}")
            self._limits[classes] = 15 + 5 * int(seconds) if code == 0 else None
        return self._limits[classes]


def fate(program, mutant, steps):
    for classes, limit in steps:
        code, _ = run(program, mutant, classes, limit)
        if code != 0:
            return 'Timeout' if -code in (signal.SIGXCPU, signal.SIGKILL) else 'Killed'
    return 'Survived'


def main(report, tests, program):
    with open(report, encoding='utf-8') as file:
        files = json.load(file)['files']
    steps = Steps(tests, program)
    mutants = [(path, mutant, list(steps.of(path))) for path, file in sorted(files.items()) for mutant in file['mutants']
               if mutant['status'] not in ('CompileError', 'Ignored')]
    counts = collections.defaultdict(collections.Counter)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        fates = pool.map(lambda each: fate(program, int(each[1]['id']), each[2]), mutants)
        for (path, mutant, _), end in zip(mutants, fates):
            counts[path][end] += 1
            if end == 'Survived':
                line = mutant['location']['start']['line']
                print(f"{path}({line}): {mutant['mutatorName']}: {mutant.get('replacement', '')}")
                print('   ', files[path]['source'].split('\n')[line - 1].strip(), flush=True)
    for path, count in counts.items():
        print_score(path, count)
    print_score('All', sum(counts.values(), collections.Counter()))


def print_score(name, count):
    killed = count['Killed'] + count['Timeout']
    print(f"{name}: {100 * killed / count.total():.1f} % of {count.total()}, {count['Timeout']} of them by never ending")


main(*sys.argv[1:])
