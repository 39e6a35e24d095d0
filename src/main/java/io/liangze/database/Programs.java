package io.liangze.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs, which refuse to run as root. Where we are root they run in a user namespace of their own,
 * or, where namespaces are forbidden (many containers), as {@code nobody}, who then owns the database's folder.
 */
final class Programs {

    private enum As { OURSELVES, NAMESPACE, NOBODY }

    private static final List<String> DROP_TO_NOBODY =
        List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");

    private final Binaries binaries;
    private final As as;

    /** @throws Unusable if we are root and there is no way down */
    Programs(Binaries binaries) {
        this.binaries = binaries;
        this.as = way();
    }

    private static As way() {
        if (!System.getProperty("user.name").equals("root")) return As.OURSELVES;
        if (works(List.of("unshare", "-U", "id", "-u"))) return As.NAMESPACE;
        var nobody = new ArrayList<>(DROP_TO_NOBODY);
        nobody.add("true");
        if (works(nobody)) return As.NOBODY;
        throw new Unusable("PostgreSQL does not run as root, and neither unshare nor setpriv (util-linux) works here.",
            "Start Liangze as an ordinary account, or give it a server: LIANGZE_DB_URL.");
    }

    private static boolean works(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes()).strip();
            return process.waitFor() == 0 && !said.equals("0");
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the program said; it runs at most {@code seconds}. */
    record Outcome(int code, String said) {}

    Outcome run(long seconds, String program, String... arguments) {
        var command = new ArrayList<String>();
        if (as == As.NAMESPACE) command.addAll(List.of("unshare", "-U"));
        if (as == As.NOBODY) command.addAll(DROP_TO_NOBODY);
        command.add(binaries.program(program));
        command.addAll(List.of(arguments));
        try {
            var output = Files.createTempFile("liangze-" + program, ".out");
            try {
                var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
                builder.environment().put("LC_ALL", "C");
                var process = builder.start();
                if (!process.waitFor(seconds, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
                return new Outcome(process.exitValue(), Files.readString(output).strip());
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + program + " ran", e);
        }
    }

    /** Makes {@code folder} and what is in it readable and writable for whoever the programs run as. */
    void handOver(Path folder) {
        if (as != As.NOBODY) return;
        try (var all = Files.walk(folder)) {
            var nobody = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            for (var path : (Iterable<Path>) all::iterator) Files.setOwner(path, nobody);
            Files.setPosixFilePermissions(folder.getParent(), PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot hand over " + folder, e);
        }
    }
}
