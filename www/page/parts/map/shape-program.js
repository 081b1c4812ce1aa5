import { NodeProgram } from "sigma/rendering";
import { floatColor } from "sigma/utils";
import { SHAPES } from "./palette.js";

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_place;
varying float v_pixel;
varying float v_shape;
const float bias = 255.0 / 254.0;
// A triangle around every shape, in radii.
const float around = 2.8;

void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  vec2 off = around * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + radius * off, 1)).xy, 0, 1);
  v_place = off;
  v_pixel = u_correctionRatio * 2.0 / radius;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

/** How far a point is outside of its shape, in radii; the shapes are those of palette.js. */
const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_place;
varying float v_pixel;
varying float v_shape;

float outside(vec2 p) {
  if (v_shape < 0.5) return length(p) - 1.0;
  if (v_shape < 1.5) return max(abs(p.x), abs(p.y)) - 0.86;
  if (v_shape < 2.5) return max(abs(p.x) * 0.866 + p.y * 0.5, -p.y) - 0.65;
  if (v_shape < 3.5) return (abs(p.x) + abs(p.y) - 1.22) * 0.7071;
  if (v_shape < 4.5) return min(max(abs(p.x) - 1.15, abs(p.y) - 0.42), max(abs(p.y) - 1.15, abs(p.x) - 0.42));
  return max(abs(p.x) * 0.866 - p.y * 0.5, p.y) - 0.65;
}

void main(void) {
  float off = outside(v_place);
  #ifdef PICKING_MODE
  gl_FragColor = off > 0.0 ? vec4(0.0) : v_color;
  #else
  gl_FragColor = v_color * (1.0 - smoothstep(-0.5 * v_pixel, 0.5 * v_pixel, off));
  #endif
}`;

/** Circles, squares, triangles and the others, all by the same shader: a community is known by its shape too. */
export class ShapeProgram extends NodeProgram {
  /**
   * @param {WebGLRenderingContext} gl
   * @param {WebGLFramebuffer | null} _ where sigma would draw everything once more to know what lies under the mouse
   * @param {any} renderer
   */
  constructor(gl, _, renderer) {
    super(gl, null, renderer);
  }

  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: /** @type {4} */ (TRIANGLES),
      UNIFORMS: ["u_sizeRatio", "u_correctionRatio", "u_matrix"],
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  /**
   * @param {number} id
   * @param {number} start
   * @param {any} data
   */
  processVisibleItem(id, start, data) {
    this.array.set([data.x, data.y, data.size, SHAPES.indexOf(data.shape), floatColor(data.color), id], start);
  }

  /**
   * @param {any} params
   * @param {any} program
   */
  setUniforms(params, { gl, uniformLocations }) {
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  }
}
