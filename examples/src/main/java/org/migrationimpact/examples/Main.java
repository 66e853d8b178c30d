package org.migrationimpact.examples;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.migrationimpact.examples.cases.Cases;
import org.migrationimpact.examples.cases.Example;
import org.migrationimpact.examples.download.Download;
import org.migrationimpact.examples.study.PowerOfStudy;
import org.migrationimpact.examples.study.Run;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the examples: {@code java -jar migration-impact-examples.jar}. What is printed is UTF-8. */
@Command(
        name = "migration-impact",
        description = "Tells whether a migration partnership measure worked, and whether that should be believed.",
        mixinStandardHelpOptions = true,
        subcommands = {
            Example.class,
            Cases.class,
            Run.class,
            PowerOfStudy.class,
            Inspect.class,
            Compare.class,
            Download.class
        },
        versionProvider = Version.class)
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Main() {}

    /**
     * Runs one command and ends the program with its exit status.
     *
     * @param arguments what stands after the jar's name
     */
    public static void main(String[] arguments) {
        int status = commandLine()
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .execute(arguments);
        System.exit(status);
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(Refusals::ofArguments)
                .setExecutionExceptionHandler(Refusals::ofCommand);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
