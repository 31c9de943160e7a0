package jp.meguri.local.process;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.meguri.embedded.DirectoryTree;
import jp.meguri.local.files.PrivateFiles;

/**
 * A service's jar, extracted, with the archive of its classes. The first run that ends
 * well writes the archive; every later one starts from it.
 */
public final class Application {

	private static final int FIRST_WITH_AOT_CACHE = 25;

	private final Path directory;

	private final String jar;

	private final List<String> options;

	private Application(Path directory, String jar, List<String> options) {
		this.directory = directory;
		this.jar = jar;
		this.options = options;
	}

	/**
	 * Extracts the jar unless that was done before.
	 * @param jar what the build made
	 * @param home where extracted applications lie
	 * @param options options of its JVM
	 * @return the extracted application
	 */
	public static Application of(Path jar, Path home, List<String> options) throws IOException, InterruptedException {
		var name = jar.getFileName().toString();
		var own = PrivateFiles.directory(home.resolve(name.replaceFirst("-[0-9].*", "")));
		var directory = own.resolve(ArchiveKey.of(jar, ArchiveKey.thisJvm(), options));
		if (!Files.isDirectory(directory)) {
			deleteUnused(own);
			extract(jar, directory);
		}
		return new Application(directory, name, options);
	}

	/** The command line that runs it. */
	public List<String> words() {
		var words = new ArrayList<String>();
		words.add(java());
		words.addAll(this.options);
		words.addAll(archiveOptions());
		words.addAll(List.of("-jar", this.directory.resolve(this.jar).toString()));
		return words;
	}

	private List<String> archiveOptions() {
		boolean cache = Runtime.version().feature() >= FIRST_WITH_AOT_CACHE;
		if (hasArchive()) {
			return cache ? List.of("-XX:AOTCache=" + archive())
					: List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive());
		}
		// Which classes cannot be kept is nothing to act upon.
		return cache ? List.of("-XX:AOTCacheOutput=" + draft(), "-Xlog:aot=error")
				: List.of("-XX:ArchiveClassesAtExit=" + draft(), "-Xlog:cds=error");
	}

	public boolean hasArchive() {
		return Files.exists(archive());
	}

	/** After a run that ended by itself: what it wrote counts from now on. */
	public void keepArchive() throws IOException {
		if (!hasArchive() && Files.exists(draft())) {
			Files.move(draft(), archive(), StandardCopyOption.ATOMIC_MOVE);
		}
	}

	private Path archive() {
		return this.directory.resolve("classes.archive");
	}

	/** Another launcher may write one at the same time. */
	private Path draft() {
		return this.directory.resolve("classes." + ProcessHandle.current().pid() + ".new");
	}

	private static void extract(Path jar, Path directory) throws IOException, InterruptedException {
		// Two launchers may extract the same application at once: each into a directory
		// of its own.
		var draft = Files.createTempDirectory(directory.getParent(), directory.getFileName() + ".new");
		var log = directory.resolveSibling("extract.log");
		var process = new ProcessBuilder(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djarmode=tools",
				"-jar", jar.toString(), "extract", "--force", "--destination", draft.toString())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
			process.destroyForcibly();
			throw new IOException("Could not extract " + jar + ", see " + log);
		}
		try {
			Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (FileSystemException ex) {
			if (!Files.isDirectory(directory)) {
				throw ex;
			}
			DirectoryTree.delete(draft);
		}
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/** What former builds left, unless a process still runs from it. */
	private static void deleteUnused(Path directory) throws IOException {
		try (Stream<Path> children = Files.list(directory)) {
			for (var child : children.toList()) {
				if (ProcessHandle.allProcesses().noneMatch((process) -> runsFrom(process, child))) {
					DirectoryTree.delete(child);
				}
			}
		}
	}

	private static boolean runsFrom(ProcessHandle process, Path directory) {
		return process.info().commandLine().filter((line) -> line.contains(directory.toString())).isPresent();
	}

}
