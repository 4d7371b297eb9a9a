package org.terrella.interop.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.file.Blob;

/** Blobs from and to text and base64. */
public final class Blobs {
  private Blobs() {}

  @JSBody(params = "text", script = "return new Blob([text]);")
  public static native Blob ofText(String text);

  /** A blob of one typed array or blob. */
  @JSBody(params = "part", script = "return new Blob([part]);")
  public static native Blob of(JSObject part);

  /** The content as UTF-8 text; waits. */
  public static String text(Blob blob) {
    return Promises.await(textOf(blob)).stringValue();
  }

  /** The content as base64; waits. */
  public static String base64(Blob blob) {
    String url = Promises.await(dataUrl(blob)).stringValue();
    return url.substring(url.indexOf(',') + 1);
  }

  /** The content of base64 text; throws a BrowserException when it is none. */
  public static Blob ofBase64(String base64) {
    Blob blob = decode(base64);
    if (blob == null) {
      throw new BrowserException("InvalidCharacterError", "This is not base64.");
    }
    return blob;
  }

  /** The first bytes as text of one character each; waits. */
  public static String head(Blob blob, int bytes) {
    return Promises.await(headOf(blob, bytes)).stringValue();
  }

  /** Hands a file to the person, as a download. */
  @JSBody(
      params = {"blob", "name"},
      script =
          "const a = document.createElement('a');"
              + "a.href = URL.createObjectURL(blob);"
              + "a.download = name;"
              + "a.click();"
              + "setTimeout(() => URL.revokeObjectURL(a.href), 60000);")
  public static native void download(Blob blob, String name);

  @JSBody(params = "blob", script = "return blob.text();")
  private static native JSPromise<JSString> textOf(Blob blob);

  @JSBody(
      params = {"blob", "bytes"},
      script =
          "return blob.slice(0, bytes).arrayBuffer().then(buffer =>"
              + " String.fromCharCode.apply(null, new Uint8Array(buffer)));")
  private static native JSPromise<JSString> headOf(Blob blob, int bytes);

  @JSBody(
      params = "blob",
      script =
          "return new Promise((resolve, reject) => {"
              + " const r = new FileReader();"
              + " r.onload = () => resolve(r.result);"
              + " r.onerror = () => reject(r.error);"
              + " r.readAsDataURL(blob); });")
  private static native JSPromise<JSString> dataUrl(Blob blob);

  @JSBody(
      params = "base64",
      script =
          "try {"
              + " const s = atob(base64); const bytes = new Uint8Array(s.length);"
              + " for (let i = 0; i < s.length; i++) bytes[i] = s.charCodeAt(i);"
              + " return new Blob([bytes]);"
              + "} catch (e) { return null; }")
  private static native Blob decode(String base64);
}
