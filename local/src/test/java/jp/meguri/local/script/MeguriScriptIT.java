package jp.meguri.local.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The script's refusals, on a machine that has nothing but what a test puts there. The
 * checkout's path has a space.
 */
class MeguriScriptIT {

	private static final List<String> TOOLS = List.of("bash", "dirname", "sed", "grep", "cat", "find", "sort", "xargs",
			"cksum", "head", "tr", "mkdir", "tee");

	@TempDir
	Path directory;

	private Path programs;

	private Path checkout;

	@BeforeEach
	void prepare() throws IOException {
		this.programs = Files.createDirectory(this.directory.resolve("programs"));
		for (var tool : TOOLS) {
			program(tool, "exec " + find(tool) + " \"$@\"");
		}
		this.checkout = Files.createDirectory(this.directory.resolve("my city"));
		var scripts = Files.createDirectories(this.checkout.resolve("local/scripts"));
		Files.copy(Path.of("..", "meguri"), this.checkout.resolve("meguri"));
		try (Stream<Path> files = Files.list(Path.of("scripts"))) {
			for (var file : files.toList()) {
				Files.copy(file, scripts.resolve(file.getFileName()));
			}
		}
	}

	@Test
	void up_isRefused_withoutJdk() throws Exception {
		assertThat(run("up")).contains("JDK 17 以上が必要です").contains("JDK 17 or newer is needed");
	}

	@Test
	void up_isRefused_withAnOldJdk() throws Exception {
		jdk("11");

		assertThat(run("up")).contains("見つかったのは 11").contains("found 11");
	}

	@Test
	void up_isRefused_withARuntimeOnly() throws Exception {
		jdk("17");
		Files.delete(this.programs.resolve("jdk/bin/javac"));

		assertThat(run("up")).contains("JDK が必要です").contains("no javac");
	}

	@Test
	void up_isRefused_withoutMaven() throws Exception {
		jdk("17");

		assertThat(run("up")).contains("Maven 3.8 or newer is needed");
	}

	@Test
	void up_isRefused_withoutNode() throws Exception {
		jdk("21");
		program("mvn", "exit 1");

		assertThat(run("up")).contains("Node.js 20 or newer with npm is needed");
	}

	@Test
	void up_isRefused_withAnOldNode() throws Exception {
		jdk("17");
		program("mvn", "exit 1");
		program("npm", "exit 0");
		program("node", "echo v20.11.1");

		assertThat(run("up")).contains("見つかったのは 20.11.1").contains("found 20.11.1");
	}

	@Test
	void up_namesTheLog_whenTheBuildFails() throws Exception {
		jdk("17");
		program("mvn", "echo '[INFO] Building Meguri 0.1.0 [1/18]'; exit 1");
		program("npm", "exit 0");
		program("node", "echo v22.1.0");

		assertThat(run("up")).contains("[1/18] Meguri 0.1.0").contains("build.log").contains("The build failed");
	}

	@Test
	void anUnknownVerb_showsWhatThereIs() throws Exception {
		assertThat(run("jump")).contains("./meguri up").contains("./meguri test");
	}

	/** Everything it says; it must not succeed. */
	private String run(String verb) throws IOException, InterruptedException {
		var builder = new ProcessBuilder(this.programs.resolve("bash").toString(),
				this.checkout.resolve("meguri").toString(), verb)
			.redirectErrorStream(true);
		builder.environment().clear();
		builder.environment().put("PATH", this.programs.toString());
		var process = builder.start();
		process.getOutputStream().close();
		var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isNotZero();
		return output;
	}

	private void jdk(String version) throws IOException {
		var home = this.programs.resolve("jdk");
		Files.createDirectories(home.resolve("bin"));
		write(home.resolve("bin/javac"), "exit 0");
		program("java", """
				printf "    java.home = %s\\n    java.specification.version = %s\\n"
				""".formatted(home, version));
	}

	private void program(String name, String script) throws IOException {
		write(this.programs.resolve(name), script);
	}

	private static void write(Path file, String script) throws IOException {
		Files.writeString(file, "#!" + find("bash") + "\n" + script + "\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	private static Path find(String tool) {
		return Stream.of(System.getenv("PATH").split(":"))
			.map((directory) -> Path.of(directory, tool))
			.filter(Files::isExecutable)
			.findFirst()
			.orElseThrow();
	}

}
