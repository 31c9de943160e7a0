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
import jp.meguri.embedded.ClassArchive;
import jp.meguri.embedded.DirectoryTree;
import jp.meguri.local.files.PrivateFiles;

/**
 * A service's jar, extracted, with the archive of its classes. The first run that ends
 * well writes the archive; every later one starts from it.
 */
public final class Application {

	private final Path directory;

	private final String jar;

	private final List<String> options;

	private final ClassArchive archive;

	private Application(Path directory, String jar, List<String> options) {
		this.directory = directory;
		this.jar = jar;
		this.options = options;
		this.archive = new ClassArchive(directory.resolve("classes.archive"));
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
		words.addAll(this.archive.options());
		words.addAll(List.of("-jar", this.directory.resolve(this.jar).toString()));
		return words;
	}

	public boolean hasArchive() {
		return this.archive.exists();
	}

	/** After a run that ended by itself: what it wrote counts from now on. */
	public void keepArchive() throws IOException {
		this.archive.keep();
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
