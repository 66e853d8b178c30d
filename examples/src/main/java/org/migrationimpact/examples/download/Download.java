package org.migrationimpact.examples.download;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code download PUBLISHER …}: fetches a table and keeps it in a cache. */
@Command(
        name = "download",
        description = "Fetches a publisher's table into a folder, and keeps it in a cache.",
        footer = {
            "",
            "Exit status: 0, the file is there; 2, the request is wrong or asks for too much;",
            "3, the publisher has nothing, cannot be reached or sends no data, or the file is not in the cache."
        },
        mixinStandardHelpOptions = true,
        subcommands = {EurostatTable.class, WorldBankIndicator.class, UnhcrTable.class})
public final class Download implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Download() {}

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Missing publisher: eurostat, world-bank or unhcr");
    }
}
