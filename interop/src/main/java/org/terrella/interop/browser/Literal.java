package org.terrella.interop.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** A plain JavaScript object under construction, as libraries take for options. */
public abstract class Literal implements JSObject {
  @JSBody(script = "return {};")
  public static native Literal create();

  @JSBody(params = "json", script = "return JSON.parse(json);")
  public static native JSObject parse(String json);

  @JSBody(
      params = "value",
      script = "const s = JSON.stringify(value); return s === undefined ? 'null' : s;")
  public static native String stringify(JSObject value);

  @JSBody(
      params = {"key", "value"},
      script = "this[key] = value; return this;")
  public native Literal set(String key, JSObject value);

  @JSBody(
      params = {"key", "value"},
      script = "this[key] = value; return this;")
  public native Literal set(String key, String value);

  @JSBody(
      params = {"key", "value"},
      script = "this[key] = value; return this;")
  public native Literal set(String key, double value);

  @JSBody(
      params = {"key", "value"},
      script = "this[key] = value; return this;")
  public native Literal set(String key, boolean value);

  @JSBody(
      params = {"key", "values"},
      script = "this[key] = Array.from(values); return this;")
  public native Literal set(String key, double[] values);
}
