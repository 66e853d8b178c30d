package org.migrationimpact.examples;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the examples: {@code java -jar migration-impact-examples.jar}. */
@Command(
        name = "migration-impact",
        description = "Tells whether a migration partnership measure worked, and whether that should be believed.",
        mixinStandardHelpOptions = true,
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
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
