package jp.meguri.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveKeyTest {

	private static final List<String> OPTIONS = List.of("-Xmx192m");

	@TempDir
	Path directory;

	@Test
	void key_isTheSame_forTheSameClasses() throws IOException {
		var first = key(jar("a.jar", "class A"), "17.0.1", OPTIONS);

		assertThat(key(jar("b.jar", "class A"), "17.0.1", OPTIONS)).isEqualTo(first).matches("[0-9a-f]{16}");
	}

	@Test
	void key_isAnother_forOtherClassesJvmsOrOptions() throws IOException {
		var jar = jar("a.jar", "class A");
		var first = key(jar, "17.0.1", OPTIONS);

		assertThat(key(jar("b.jar", "class B"), "17.0.1", OPTIONS)).isNotEqualTo(first);
		assertThat(key(jar, "17.0.2", OPTIONS)).isNotEqualTo(first);
		assertThat(key(jar, "17.0.1", List.of("-Xmx256m"))).isNotEqualTo(first);
	}

	private static String key(Path jar, String jvm, List<String> options) throws IOException {
		return ArchiveKey.of(jar, jvm, options);
	}

	private Path jar(String name, String content) throws IOException {
		var file = this.directory.resolve(name);
		try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
			zip.putNextEntry(new ZipEntry("A.class"));
			zip.write(content.getBytes(StandardCharsets.UTF_8));
			zip.closeEntry();
		}
		return file;
	}

}
