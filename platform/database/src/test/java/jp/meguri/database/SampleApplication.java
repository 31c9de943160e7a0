package jp.meguri.database;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class SampleApplication {

}
