/**
 * Connections from outside (接続): how many, how slow, how long. Below HTTP handling, so
 * that what never becomes a request has limits too.
 */
@NullMarked
package jp.meguri.connections;

import org.jspecify.annotations.NullMarked;
