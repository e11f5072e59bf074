"""Runs each mutant that survived Stryker, or ran out of time there, in a process of its own; prints those that survive that too, and the
score by file.

survivors.py REPORT PROGRAM: the report in JSON, and the test program with the mutated assembly beside it.
"""
import collections
import concurrent.futures
import json
import os
import resource
import signal
import struct
import subprocess
import sys
import tempfile

KILLED, ALIVE = ('Killed', 'Timeout'), ('Survived', 'NoCoverage')


def exit_code(program, mutant, processor_seconds):
    # Mutated code reads the number of the mutant that it is from this file. Time is that of the processor: others may use it too.
    with tempfile.NamedTemporaryFile() as file:
        file.write(struct.pack('<i', mutant))
        file.flush()
        return subprocess.run(
            [program, '--no-progress', '--stop-on-fail', 'on'], env={**os.environ, 'STRYKER_MUTANT_FILE': file.name},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (processor_seconds, processor_seconds))).returncode


def main(report, program):
    with open(report, encoding='utf-8') as file:
        files = json.load(file)['files']
    if exit_code(program, mutant=-1, processor_seconds=3600) != 0:
        sys.exit('Tests fail without a mutant; make them pass first.')

    limit = 15 + 5 * int(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime)
    doubtful = [mutant for file in files.values() for mutant in file['mutants'] if mutant['status'] in ('Survived', 'Timeout')]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        codes = pool.map(lambda mutant: exit_code(program, int(mutant['id']), limit), doubtful)
        for mutant, code in zip(doubtful, codes):
            mutant['status'] = 'Survived' if code == 0 else 'Timeout' if -code in (signal.SIGXCPU, signal.SIGKILL) else 'Killed'

    total = collections.Counter()
    for path, file in sorted(files.items()):
        lines = file['source'].split('\n')
        for mutant in file['mutants']:
            if mutant['status'] in ALIVE:
                line = mutant['location']['start']['line']
                print(f"{path}({line}): {mutant['status']}: {mutant['mutatorName']}: {mutant.get('replacement', '')}")
                print(f'    {lines[line - 1].strip()}')
        count = collections.Counter(mutant['status'] for mutant in file['mutants'])
        print_score(path, count)
        total += count
    print_score('All', total)


def print_score(name, count):
    killed, alive = sum(count[status] for status in KILLED), sum(count[status] for status in ALIVE)
    if killed + alive:
        print(f"{name}: {100 * killed / (killed + alive):.1f} % of {killed + alive}, {count['Timeout']} of them by never ending")


main(*sys.argv[1:])
