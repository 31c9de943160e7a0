package jp.meguri.local;

import java.nio.file.Path;

/**
 * Where things lie on this machine.
 *
 * @param project the checkout
 * @param data everything that is kept: {@code .meguri}
 */
public record Home(Path project, Path data) {

	static Home ofEnvironment() {
		var project = Path.of(System.getProperty("meguri.project", "")).toAbsolutePath().normalize();
		var data = System.getProperty("meguri.data", project.resolve(".meguri").toString());
		return new Home(project, Path.of(data).toAbsolutePath().normalize());
	}

	public Path logs() {
		return this.data.resolve("logs");
	}

	public Path postgres() {
		return this.data.resolve("postgres");
	}

	public Path mail() {
		return this.data.resolve("mail");
	}

	public Path clock() {
		return this.data.resolve("clock");
	}

	public Path run() {
		return this.data.resolve("run.json");
	}

	public Path processes() {
		return this.data.resolve("processes");
	}

	public Path secrets() {
		return this.data.resolve("secrets.json");
	}

	/** What was made from the build; it belongs to the checkout, not to the data. */
	public Path applications() {
		return this.project.resolve(".meguri").resolve("applications");
	}

}
