package jp.meguri.local.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files only the owner may read, written whole or not at all.
 */
public final class PrivateFiles {

	private PrivateFiles() {
	}

	public static void write(Path file, String text) throws IOException {
		directory(file.getParent());
		var draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new",
				permissions("rw-------"));
		Files.writeString(draft, text);
		Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	public static Path directory(Path directory) throws IOException {
		return Files.createDirectories(directory, permissions("rwx------"));
	}

	private static FileAttribute<?>[] permissions(String posix) {
		boolean known = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
		return known
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix)) }
				: new FileAttribute<?>[0];
	}

}
