package org.migrationimpact.examples;

import java.util.Arrays;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.ImpactException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** How a command ends that cannot do what it was asked: one line on standard error, and a status. Never a stack trace. */
final class Refusals {

    private static final int BUG = 1;
    private static final int REQUEST = 2;
    private static final int DATA = 3;
    private static final int NUMERICS = 4;
    private static final int LONGEST = 4000;

    private Refusals() {}

    /** The arguments of the command line are wrong. */
    static int ofArguments(ParameterException refusal, String... arguments) {
        CommandLine command = refusal.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        print(command, "E-USAGE-001 " + oneLine(String.valueOf(refusal.getMessage())) + "; see " + name + " --help");
        return REQUEST;
    }

    /** The command refused, or the program itself is wrong: the one place that takes every exception. */
    static int ofCommand(Exception refusal, CommandLine command, ParseResult arguments) {
        if (refusal instanceof ImpactException known) {
            print(command, known.line());
            return status(known);
        }
        String where = Arrays.stream(refusal.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.migrationimpact."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("an unknown place");
        print(
                command,
                "E-BUG-001 " + oneLine(refusal.toString()) + " at " + where
                        + "; this is a mistake of the program: report it with this line, the command and its files");
        return BUG;
    }

    /** The status that stands for the kind of refusal. */
    static int status(ImpactException refusal) {
        return refusal instanceof DataException ? DATA : refusal instanceof EstimationException ? NUMERICS : REQUEST;
    }

    /** One line on standard error, without control characters and of bounded length, whatever the files of the user hold. */
    static void print(CommandLine command, String text) {
        String line = oneLine(text);
        command.getErr().println(line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…");
        command.getErr().flush();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
