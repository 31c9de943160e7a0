package jp.meguri.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The archive of a program's classes in the form in which its JVM uses them. The first
 * run that ends well writes it; every later one starts from it.
 */
public final class ClassArchive {

	private static final int FIRST_WITH_AOT_CACHE = 25;

	private final Path file;

	/**
	 * @param file where it lies; the name is to change with the classes and with the JVM
	 */
	public ClassArchive(Path file) {
		this.file = file;
	}

	/**
	 * Options of the JVM which runs the program, a JVM of the build that runs here.
	 */
	public List<String> options() {
		boolean cache = Runtime.version().feature() >= FIRST_WITH_AOT_CACHE;
		if (exists()) {
			return cache ? List.of("-XX:AOTCache=" + this.file)
					: List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + this.file,
							// Elsewhere than where it was made for, every pointer in it
							// is
							// rewritten at the start and none of its pages stays clean.
							"-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");
		}
		// Which classes cannot be kept is nothing to act upon.
		return cache ? List.of("-XX:AOTCacheOutput=" + draft(), "-Xlog:aot=error")
				: List.of("-XX:ArchiveClassesAtExit=" + draft(), "-Xlog:cds=error", "-Xlog:cds+dynamic=error");
	}

	public boolean exists() {
		return Files.exists(this.file);
	}

	/** After a run that ended by itself: what it wrote counts from now on. */
	public void keep() throws IOException {
		if (!exists() && Files.exists(draft())) {
			Files.move(draft(), this.file, StandardCopyOption.ATOMIC_MOVE);
		}
	}

	/** Another starter may let one be written at the same time. */
	private Path draft() {
		return this.file.resolveSibling(this.file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
	}

}
