// Persistent references to strings and to values of any kind as better-sqlite3 uses them, for a
// Node-API before version 10, which can refer to objects only: each value is kept as the one
// element of an array.
//
// (Asking for the experimental Node-API instead would allow them too, but there finalizers run
// during garbage collection, and one that comes while an SQL error is pending ends the process.)
#pragma once

#include <napi.h>

namespace Napi {
namespace before_node_api_10 {

template <typename T>
class BoxedReference {
 public:
  BoxedReference() = default;
  explicit BoxedReference(T value) { Reset(value, 1); }

  void Reset(const T& value, uint32_t count) {
    Array box = Array::New(value.Env(), 1);
    box.Set(uint32_t{0}, value);
    box_.Reset(box.template As<Object>(), count);
  }

  void Reset() { box_.Reset(); }

  bool IsEmpty() const { return box_.IsEmpty(); }

  T Value() const {
    if (IsEmpty()) return T();
    napi_value value;
    napi_status status = napi_get_element(box_.Env(), box_.Value(), 0, &value);
    NAPI_FATAL_IF_FAILED(status, "BoxedReference::Value", "napi_get_element");
    return T(box_.Env(), value);
  }

 private:
  Reference<Object> box_;
};

}  // namespace before_node_api_10

template <>
class Reference<String> : public before_node_api_10::BoxedReference<String> {
  using BoxedReference::BoxedReference;
};

template <>
class Reference<Value> : public before_node_api_10::BoxedReference<Value> {
  using BoxedReference::BoxedReference;
};

template <>
inline Reference<String> Persistent(String value) {
  return Reference<String>(value);
}

template <>
inline Reference<Value> Persistent(Value value) {
  return Reference<Value>(value);
}

}  // namespace Napi
