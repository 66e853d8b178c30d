package org.migrationimpact.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake in a study file is one line with its code and place, and nothing is printed or written besides. */
class StudyRefusalsTest {
    private static final String STUDY = """
            data:
              file: d.csv
              unit: country
              time: month
              outcome: y
            treatment:
              unit: AL
              from: 2010-07
            design: interrupted-time-series
            options:
              season: none
            # end
            """;

    @TempDir
    private Path folder;

    /** A part of the study, what stands in its place, and the status and the line that follow; with an ellipsis, how the line begins. */
    private record Mistake(String part, String instead, int status, String line) {}

    static List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "# end",
                        "sed: 1",
                        2,
                        "E-STUDY-009 s.yaml:12:1: unknown key 'sed' in the study; known are data, treatment, design, options, seed, confidence; the nearest is 'seed'"),
                new Mistake(
                        "interrupted-time-series",
                        "interupted-time-series",
                        2,
                        "E-STUDY-012 s.yaml:9:9: unknown design 'interupted-time-series'; this version computes before-after, interrupted-time-series, controlled-interrupted-time-series, arima-intervention, structural-forecast, breakpoints; the nearest is 'interrupted-time-series'"),
                new Mistake(
                        "interrupted-time-series",
                        "synthetic-control",
                        2,
                        "E-STUDY-013 s.yaml:9:9: the design 'synthetic-control' is not computed by this version, which computes before-after, interrupted-time-series, controlled-interrupted-time-series, arima-intervention, structural-forecast, breakpoints"),
                new Mistake(
                        "season: none",
                        "lagz: 3",
                        2,
                        "E-STUDY-004 s.yaml:11:3: unknown option 'lagz'; interrupted-time-series allows covariance, lags, small-sample, slope, errors, order, autoregression, season, harmonics, scale, shape, ramp, pulse, until, anticipation, outliers, donut, window, shocks; the nearest is 'lags'"),
                new Mistake(
                        "season: none",
                        "season: dummmies",
                        2,
                        "E-STUDY-014 s.yaml:11:11: unknown value 'dummmies' of season; allowed are none, dummies, fourier; the nearest is 'dummies'"),
                new Mistake(
                        "season: none",
                        "slope: yes",
                        2,
                        "E-STUDY-014 s.yaml:11:10: unknown value 'yes' of slope; allowed are true, false"),
                new Mistake(
                        "season: none",
                        "scale: percent",
                        2,
                        "E-STUDY-014 s.yaml:11:10: unknown value 'percent' of scale; allowed are level, log"),
                new Mistake(
                        "season: none",
                        "errors: posson",
                        2,
                        "E-STUDY-014 s.yaml:11:11: unknown value 'posson' of errors; allowed are ols, prais-winsten, cochrane-orcutt, ml, reml, poisson, negative-binomial; the nearest is 'poisson'"),
                new Mistake(
                        "season: none",
                        "order: 2",
                        2,
                        "E-STUDY-018 s.yaml:11:3: the option 'order' has an effect with errors: prais-winsten only; leave it out, or add errors: prais-winsten"),
                new Mistake(
                        "season: none",
                        "shape: temporary",
                        2,
                        "E-STUDY-051 s.yaml:11:3: shape: temporary needs the last treated period; add until"),
                new Mistake(
                        "season: none",
                        "until: [2011-06, 2011-09]",
                        2,
                        "E-STUDY-050 s.yaml:11:11: until names 2 last treated periods for 1 intervention; name one for each, in the order of time"),
                new Mistake("season: none", "lags: -1", 2, "E-STUDY-016 s.yaml:11:9: lags must be 0 to 100000, got -1"),
                new Mistake(
                        "season: none",
                        "lags: 2.5",
                        2,
                        "E-STUDY-015 s.yaml:11:9: lags is the text '2.5'; a whole number is needed"),
                new Mistake(
                        "season: none",
                        "lags: [1, 2]",
                        2,
                        "E-STUDY-011 s.yaml:11:9: lags is a list; one text or number is needed"),
                new Mistake(
                        "season: none",
                        "lags:",
                        2,
                        "E-STUDY-011 s.yaml:11:8: lags is empty; one text or number is needed"),
                new Mistake(
                        "season: none",
                        "{covariance: classical, lags: 3}",
                        2,
                        "E-STUDY-018 s.yaml:11:27: the option 'lags' has an effect with covariance: newey-west only; leave it out, or add covariance: newey-west"),
                new Mistake(
                        "season: none",
                        "harmonics: 3",
                        2,
                        "E-STUDY-018 s.yaml:11:3: the option 'harmonics' has an effect with season: fourier only; leave it out, or add season: fourier"),
                new Mistake(
                        "season: none",
                        "shocks: [S99]",
                        2,
                        "E-SHOCK-001 s.yaml:11:12: 'S99' is no shock of this calendar of 22; the nearest ids are S09, S19, S01"),
                new Mistake(
                        "season: none",
                        "shocks: [S13]",
                        3,
                        "E-STUDY-028 S13 (COVID-19 border closures) touches no period of y, AL, which runs from 2009-01 to 2010-12; leave it out"),
                new Mistake(
                        "season: none",
                        "window: 2009",
                        2,
                        "E-STUDY-026 s.yaml:11:11: window: 2009 would be a number of periods; for a year write 2009..2009, for periods on each side at most 999"),
                new Mistake(
                        "season: none",
                        "window: 2009..2010",
                        2,
                        "E-STUDY-022 s.yaml:11:11: 2009 is a year, the data are by month; write the month, such as 2009-01"),
                new Mistake(
                        "season: none",
                        "window: 2010-06..2009-01",
                        2,
                        "E-STUDY-025 s.yaml:11:11: the window runs from 2010-06 to 2009-01; the last period lies after the first, at most 100000 later"),
                new Mistake(
                        "season: none",
                        "window: 2009-01..",
                        2,
                        "E-STUDY-024 s.yaml:11:11: '2009-01..' is no range; write a first and a last period: 2009-01..2012-12"),
                new Mistake(
                        "season: none",
                        "window: [1, 2, 3]",
                        2,
                        "E-STUDY-021 s.yaml:11:11: a window is a number of periods on each side (24), or a first and a last period (2009-01..2012-12, or [2009-01, 2012-12])"),
                new Mistake(
                        "season: none",
                        "donut: {befor: 1}",
                        2,
                        "E-STUDY-009 s.yaml:11:11: unknown key 'befor' in donut; known are before, after"),
                new Mistake(
                        "# end",
                        "confidence: 95",
                        2,
                        "E-STUDY-016 s.yaml:12:13: confidence must lie between 0 and 1, got 95; for 95 % write 0.95"),
                new Mistake(
                        "# end",
                        "confidence: high",
                        2,
                        "E-STUDY-015 s.yaml:12:13: confidence is the text 'high'; a number is needed"),
                new Mistake("# end", "seed: -1", 2, "E-STUDY-016 s.yaml:12:7: seed must be 0 or more, got -1"),
                new Mistake(
                        "# end",
                        "design: before-after",
                        2,
                        "E-STUDY-008 s.yaml:12:1: the key 'design' stands twice, first in line 9; keep one of them"),
                new Mistake(
                        "  file: d.csv\n",
                        "",
                        2,
                        "E-STUDY-010 s.yaml:2:3: data has no 'file', the file with the figures"),
                new Mistake(
                        "  outcome: y\n",
                        "",
                        2,
                        "E-STUDY-039 s.yaml:2:9: data has no 'outcome', the column of the figures; a table needs it"),
                new Mistake(
                        "outcome: y",
                        "outcome: yy",
                        2,
                        "E-STUDY-040 s.yaml:5:12: d.csv has no column 'yy'; it has month, country, y, x, first, treated; the nearest is 'y'"),
                new Mistake(
                        "outcome: y",
                        "outcome: y\n  weight: x",
                        2,
                        "E-STUDY-029 s.yaml:6:11: data has 'weight', which interrupted-time-series does not use; leave it out"),
                new Mistake(
                        "outcome: y",
                        "outcome: y\n  covariates: [x, y]",
                        2,
                        "E-STUDY-031 s.yaml:6:19: the covariate 'y' has the name of the outcome, of another covariate or of a term of the design; name each column once, and call it otherwise where a term has its name"),
                new Mistake(
                        "outcome: y",
                        "outcome: y\n  where: {x: 9}",
                        2,
                        "E-STUDY-037 s.yaml:6:14: no row has the code '9' in x; there are 0, 1, 2, 3, 4; the nearest is '0'"),
                new Mistake(
                        "outcome: y",
                        "outcome: y\n  where: [x]",
                        2,
                        "E-STUDY-011 s.yaml:6:10: where is a list; a block of keys is needed, such as {sex: T}"),
                new Mistake(
                        "outcome: y",
                        "outcome: y\n  format: eurostat",
                        2,
                        "E-FORMAT-002 s.yaml:6:11: there is no format 'eurostat'; the formats are …"),
                new Mistake(
                        "outcome: y",
                        "outcome: y\n  format: frontex",
                        2,
                        "E-STUDY-038 s.yaml:5:12: 'outcome' names a column, and a file of the format frontex has no columns to name; leave it out, or give the figures as a table with format: tidy"),
                new Mistake("d.csv", "e.csv", 2, "E-FILE-001 s.yaml:2:9: e.csv: there is no file at …"),
                new Mistake(
                        "unit: AL",
                        "unit: XX",
                        2,
                        "E-STUDY-037 s.yaml:7:9: no row has the code 'XX' in country; there are AL, NO, GR; the nearest is 'AL'"),
                new Mistake(
                        "unit: AL",
                        "units: [AL, GR]",
                        2,
                        "E-STUDY-033 s.yaml:7:15: treatment names 2 units; interrupted-time-series takes one: write a study for each, or take controlled-interrupted-time-series"),
                new Mistake(
                        "  unit: AL\n",
                        "",
                        2,
                        "E-STUDY-043 s.yaml:7:9: 3 units may be meant (AL, NO, GR); this design takes one: name it with treatment.unit"),
                new Mistake(
                        "  unit: country\n",
                        "",
                        2,
                        "E-STUDY-041 s.yaml:6:9: treatment names a unit, but data has no 'unit', the column of the units"),
                new Mistake(
                        "  from: 2010-07\n",
                        "",
                        2,
                        "E-STUDY-010 s.yaml:7:3: treatment has no first treated period; add one of from, cohort, indicator, measure"),
                new Mistake(
                        "from: 2010-07",
                        "from: 2010-07\n  cohort: first",
                        2,
                        "E-STUDY-034 s.yaml:9:3: treatment has from and cohort; keep one of them"),
                new Mistake(
                        "2010-07",
                        "2010-07-15",
                        2,
                        "E-STUDY-022 s.yaml:8:9: 2010-07-15 is a day, the data are by month; write 2010-08 if the first month treated from its beginning is meant, or 2010-07 for the month in which it lies"),
                new Mistake(
                        "2010-07",
                        "2010",
                        2,
                        "E-STUDY-022 s.yaml:8:9: 2010 is a year, the data are by month; write the month, such as 2010-01"),
                new Mistake(
                        "2010-07",
                        "2010-13",
                        2,
                        "E-PERIOD-001 s.yaml:8:9: '2010-13' is no period; write 2015, 2015-S1, 2015-Q1, 2015-03, 2015-W01 or 2015-03-31"),
                new Mistake(
                        "2010-07",
                        "[2010-07, 2010-07]",
                        2,
                        "E-STUDY-044 s.yaml:8:19: the first treated period 2010-07 is named twice"),
                new Mistake(
                        "from: 2010-07",
                        "measure: M999",
                        2,
                        "E-MEASURE-001 s.yaml:8:12: 'M999' is no measure of this inventory of 151; the nearest ids are M099, M009, M019"),
                new Mistake(
                        "unit: AL\n  from: 2010-07",
                        "unit: NO\n  cohort: first",
                        3,
                        "E-STUDY-046 NO is never treated, as the column first says; name a treated unit"),
                new Mistake(
                        "unit: AL\n  from: 2010-07",
                        "unit: AL\n  indicator: x",
                        2,
                        "E-STUDY-049 s.yaml:8:14: x is 2.0 in 2009-03; an indicator is 0 or 1 in every period"),
                new Mistake(
                        "unit: AL\n  from: 2010-07",
                        "unit: GR\n  indicator: treated",
                        3,
                        "E-STUDY-047 treated is 0 in every period of GR; nothing is treated"),
                new Mistake(
                        "2010-07",
                        "2031-01",
                        3,
                        "E-SAMPLE-001 y, AL runs from 2009-01 to 2010-12; the first treated month 2031-01 lies outside"),
                new Mistake(
                        "data:",
                        "data: {}\nmore:",
                        2,
                        "E-STUDY-009 s.yaml:2:1: unknown key 'more' in the study; known are data, treatment, design, options, seed, confidence; the nearest is 'data'"),
                new Mistake(
                        "data:",
                        "data: &a",
                        2,
                        "E-STUDY-017 s.yaml:1:7: an anchor (&) is not read in a study file; write one document of plain keys and values"),
                new Mistake(
                        "design:",
                        "design: !!str",
                        2,
                        "E-STUDY-017 s.yaml:9:9: a tag (tag:yaml.org,2002:str) is not read in a study file; write one document of plain keys and values"),
                new Mistake(
                        "# end",
                        "---",
                        2,
                        "E-STUDY-017 s.yaml:12:1: a second document is not read in a study file; write one document of plain keys and values"),
                new Mistake(
                        "  season: none",
                        "\tseason: none",
                        2,
                        "E-STUDY-005 s.yaml:11:1: this is not YAML: a tab stands where blanks must; indent with blanks"),
                new Mistake("  file: d.csv", "  file: {d.csv", 2, "E-STUDY-005 s.yaml:…"),
                new Mistake("season: none", "season: none\n  window: 3", 3, "E-SAMPLE-003…"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldInOneLine(Mistake mistake) throws IOException {
        assertThat(STUDY).contains(mistake.part());
        Program program = run(STUDY.replace(mistake.part(), mistake.instead()));
        String line = mistake.line();
        if (line.endsWith("…")) {
            assertThat(program.err())
                    .startsWith(line.substring(0, line.length() - 1))
                    .hasLineCount(1);
        } else {
            assertThat(program.err().strip()).isEqualTo(line);
        }
        assertEquals("", program.out());
        assertEquals(mistake.status(), program.status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                | E-STUDY-006 s.yaml: the file is empty; a study has the keys data, treatment and design
            '# only a remark' | E-STUDY-006 s.yaml: the file is empty; a study has the keys data, treatment and design
            hello             | E-STUDY-007 s.yaml:1:1: the file is the text 'hello'; a study begins with keys such as data: and design:
            '[a, b]'          | E-STUDY-007 s.yaml:1:1: the file is a list; a study begins with keys such as data: and design:
            'design: x: y'    | E-STUDY-005 s.yaml:1:10: this is not YAML: mapping values are not allowed here
            'design: before-after' | E-STUDY-010 s.yaml:1:1: the study has no 'data', the file and its columns
            'data: {file: d.csv}'  | E-STUDY-010 s.yaml:1:1: the study has no 'design', the design that answers, such as interrupted-time-series
            """)
    void aFileThatIsNoStudyIsToldInOneLine(String text, String line) throws IOException {
        Program program = run(text);
        assertEquals(line, program.err().strip());
        assertEquals(2, program.status());
    }

    @Test
    void aFormatThatIsKnownAndNotReadIsToldWhereItIsNamed() throws IOException {
        assertEquals(
                "E-FORMAT-003 s.yaml:6:11: the format 'pdf' has no reader of its own; name the columns of a tidy table"
                        + " (time, value, dimensions)",
                run(STUDY.replace("outcome: y", "outcome: y\n  format: pdf"))
                        .err()
                        .strip());
    }

    @Test
    void aFileThatIsRecognisedAndNotReadIsToldByItsOwnName() throws IOException {
        Program.file(folder, "e.pdf", "%PDF-1.7\n");
        Program program = run("data: {file: e.pdf}\ntreatment: {from: 2009}\ndesign: before-after\n");
        assertThat(program.err())
                .startsWith(
                        "E-FORMAT-001 e.pdf: the format is recognised, PDF document, but not read by this version; ");
        assertEquals(2, program.status());
    }

    @Test
    void aPublishersFileIsReadByItsOwnReaderAlone() throws IOException {
        Program.file(folder, "e.tsv", "freq,unit,sex,age,geo\\TIME_PERIOD\t2008 \nA,NR,T,TOTAL,AT\t1 \n");
        assertThat(run("data: {file: e.tsv}\ntreatment: {from: 2009}\ndesign: before-after\n")
                        .err())
                .doesNotContain("E-ROWS")
                .startsWith("E-");
    }

    @Test
    void whatTheFileHoldsCannotStyleTheTerminal() throws IOException {
        Program program = run(STUDY.replace("unit: AL", "unit: \"\\e[31m" + "x".repeat(10_000) + "\""));
        assertThat(program.err())
                .startsWith("E-STUDY-037 s.yaml:7:9: no row has the code ' [31mxxx")
                .hasSizeLessThan(4100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2003-01    | 2003-01 is a month, the data are by year; write 2003
            2003-02    | 2003-02 is a month, the data are by year; write 2004 if the first year treated from its beginning is meant, or 2003 for the year in which it lies
            2003-06-01 | 2003-06-01 is a day, the data are by year; write 2004 if the first year treated from its beginning is meant, or 2003 for the year in which it lies
            """)
    void aFinerPeriodThanThatOfTheDataIsAnsweredWithTheOneToWrite(String from, String line) throws IOException {
        Program.file(folder, "y.csv", "year,n\n2001,5\n2002,7\n2003,6\n2004,2\n2005,1\n");
        Program program = run(
                "data: {file: y.csv, time: year, outcome: n}\ntreatment: {from: " + from + "}\ndesign: before-after\n");
        assertEquals("E-STUDY-022 s.yaml:2:19: " + line, program.err().strip());
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedWithItsLine() throws IOException {
        Path study = Files.write(folder.resolve("s.yaml"), (STUDY + "# café\n").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "E-STUDY-003 s.yaml:13: the file is not UTF-8; save it with that encoding",
                Program.run("run", study).err().strip());
    }

    @Test
    void aFileOfMoreThanOneMebibyteIsNotAStudy() throws IOException {
        assertEquals(
                "E-STUDY-002 s.yaml: the file is larger than 1 MiB; a study file is a page of YAML, not the data",
                run("# and so on\n".repeat(100_000)).err().strip());
    }

    @Test
    void manyBracketsDoNotBlowTheProgramUp() throws IOException {
        assertEquals(
                "E-STUDY-017 s.yaml:1:21: a block more than 20 levels deep is not read in a study file; write one document of plain"
                        + " keys and values",
                run("[".repeat(500_000)).err().strip());
    }

    @Test
    void aStudyThatIsNotThereIsNamed() {
        Path study = folder.resolve("none.yaml");
        Program program = Program.run("run", study);
        assertEquals(
                "E-STUDY-001 none.yaml: there is no file at " + study + "; name a study file that you may read",
                program.err().strip());
        assertEquals(2, program.status());
    }

    private Program run(String study) throws IOException {
        Program.file(folder, "d.csv", RunTest.Table.csv());
        return Program.run("run", Program.file(folder, "s.yaml", study), "--json");
    }
}
