package jp.meguri.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs, unpacked once per version into the user's cache.
 */
final class PostgresBinaries {

	private static final Pattern JAR = Pattern.compile("([^/]+)\\.jar!/[^!]*$");

	private PostgresBinaries() {
	}

	/** The directory with {@code bin/postgres}. */
	static Path unpacked() {
		URL archive = archive();
		Path target = cache().resolve(versionOf(archive));
		try {
			Files.createDirectories(target.getParent());
			unpackOnce(archive, target);
			return target;
		}
		catch (IOException ex) {
			throw new EmbeddedStartException("Cannot unpack PostgreSQL into " + target + ": " + ex.getMessage(), ex);
		}
	}

	// Several processes may want it at once: one unpacks, the others wait for the lock.
	private static synchronized void unpackOnce(URL archive, Path target) throws IOException {
		Path lockFile = target.resolveSibling(target.getFileName() + ".lock");
		try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				FileLock lock = channel.lock()) {
			if (lock.isValid() && !Files.exists(target)) {
				Path unfinished = Files.createTempDirectory(target.getParent(), "unfinished");
				unpack(archive, unfinished);
				Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
				Files.move(unfinished, target);
			}
		}
	}

	private static void unpack(URL archive, Path into) throws IOException {
		try (InputStream in = archive.openStream();
				TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				unpack(tar, entry, into.resolve(entry.getName()).normalize());
			}
		}
	}

	private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(file);
			return;
		}
		Files.createDirectories(file.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(tar, file);
		if ((entry.getMode() & 0100) != 0) {
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
		}
	}

	private static URL archive() {
		String name = "postgres-%s-%s.txz".formatted(system(), architecture());
		URL url = PostgresBinaries.class.getClassLoader().getResource(name);
		if (url == null) {
			throw new EmbeddedStartException("There is no PostgreSQL for this system (" + name
					+ " is not on the class path); give the address of one that runs instead");
		}
		return url;
	}

	private static String system() {
		return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
	}

	private static String architecture() {
		String name = System.getProperty("os.arch");
		return switch (name) {
			case "amd64" -> "x86_64";
			case "aarch64" -> "arm_64";
			default -> name;
		};
	}

	private static String versionOf(URL archive) {
		Matcher jar = JAR.matcher(archive.toString());
		if (!jar.find()) {
			throw new EmbeddedStartException("Cannot tell the version of " + archive);
		}
		return jar.group(1);
	}

	private static Path cache() {
		String given = System.getProperty("meguri.embedded.cache");
		if (given != null) {
			return Path.of(given);
		}
		return Path.of(System.getProperty("user.home"), ".cache", "meguri");
	}

}
