package jp.meguri.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory with everything in it.
 */
public final class DirectoryTree {

	private DirectoryTree() {
	}

	public static void delete(Path root) throws IOException {
		if (!Files.exists(root)) {
			return;
		}
		List<Path> deepestFirst;
		try (Stream<Path> files = Files.walk(root)) {
			deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path file : deepestFirst) {
			Files.deleteIfExists(file);
		}
	}

}
