package jp.meguri.local.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a class-data archive belongs to: these classes in this JVM with these options. The
 * jar's directory of names and checksums stands for its bytes, which are many.
 */
public final class ArchiveKey {

	private ArchiveKey() {
	}

	public static String of(Path jar, String jvm, List<String> options) throws IOException {
		var sum = sha256();
		sum.update(jvm.getBytes(StandardCharsets.UTF_8));
		options.forEach((option) -> sum.update(option.getBytes(StandardCharsets.UTF_8)));
		try (var file = new ZipFile(jar.toFile())) {
			file.stream().forEachOrdered((entry) -> add(sum, entry));
		}
		return HexFormat.of().formatHex(sum.digest(), 0, 8);
	}

	/** The running JVM, down to its build. */
	public static String thisJvm() {
		return System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version") + " "
				+ System.getProperty("os.arch");
	}

	private static void add(MessageDigest sum, ZipEntry entry) {
		sum.update(entry.getName().getBytes(StandardCharsets.UTF_8));
		sum.update(ByteBuffer.allocate(16).putLong(entry.getCrc()).putLong(entry.getSize()).array());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
